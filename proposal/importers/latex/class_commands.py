"""Which commands of the top matter other classes than `acmart` have, and their arguments."""

from __future__ import annotations

ARGUMENTS = {
    "{": "inst orcidID orcidlink IEEEauthorblockN IEEEauthorblockA IEEEauthorrefmark "
    "titlerunning authorrunning urladdr corref fnref tnoteref thanksmark fnm sur orgdiv orgname "
    "orgaddress dedicatory translator IEEEspecialpapernotice IEEEpubid toctitle "
    "tocauthor equalcont icmltitlerunning icmltitle icmlkeywords numberofauthors CopyrightYear "
    "IEEEmembership crdata affaddr terms additionalauthors permission toappear copyrightclause "
    "conference titlebanner preprintfooter exclusivelicense isbn emoji bmhead acks jmlrworkshop "
    "jmlrvolume jmlryear jmlrsubmitted jmlrpublished jmlrpages",
    "[{{{": "category",
    "{{{": "floatconts",
    "[": "cormark fnmark twocolumn tnotemark",
    "{{": "markboth conferenceinfo icmlauthor icmlaffiliation icmlcorrespondingauthor "
    "icmlsetsymbol addtocmark",
    "[{": "institute date affil address curraddr ead cortext fntext tnotetext subjclass",
}
"""Commands by their arguments, in the signs of `known_commands`."""

NOT_PRINTED = {
    "IEEEauthorblockA", "IEEEauthorblockN", "IEEEauthorrefmark", "IEEEpubid",
    "IEEEspecialpapernotice", "address", "affil", "authorrunning", "corref", "cortext", "cormark",
    "curraddr", "date", "dedicatory", "ead", "equalcont", "fnmark", "fnref", "fntext", "inst",
    "institute", "orcidID", "orcidlink", "subjclass", "thanksmark", "titlerunning", "tnoteref",
    "tnotetext", "toctitle", "tocauthor", "translator", "urladdr", "IEEEpeerreviewmaketitle",
    "IEEEoverridecommandlockouts", "IEEEdisplaynontitleabstractindextext", "affiliations",
    "emails", "markboth", "icmltitlerunning", "icmltitle", "icmlkeywords",
    "icmlauthor", "icmlaffiliation", "icmlcorrespondingauthor", "icmlsetsymbol", "twocolumn",
    "printAffiliationsAndNotice", "icmlEqualContribution", "aclfinalcopy", "keywordsname",
    "numberofauthors", "CopyrightYear", "crdata", "permission", "toappear", "copyrightclause",
    "balancecolumns", "tnotemark", "titlebanner", "preprintfooter", "exclusivelicense",
    "permissiontopublish", "publicationrights", "frontmatter", "mainmatter", "backmatter",
    "addtocmark", "titlebreak", "jmlrvolume", "jmlryear", "jmlrsubmitted", "jmlrpublished",
    "jmlrpages", "jmlrworkshop",
}  # fmt: skip
"""Commands that print nothing where they stand, or whose values are read with the title."""
