#!/bin/sh
# Biblio::Citation::Parser 1.10 (Debian 12: libbiblio-citation-parser-perl 1.10+dfsg-4, fetched by apt-get), by which
# repositories find out authors, journal and pages of a written reference, Perl 5.36.
#
# Expected: "Sample, A., & Other, B. (2027). ..." is the form of APA, as lists of references in psychology have it;
# the library's templates know the form and read the title, the journal, the volume and the pages rightly.
# Seen: the last author of each such reference has the family name "&", and the family name is the given one. With
# "and" in its place all is well:
#   Sample, A., & Other, B.      A Sample, Other &
#   Sample, A., and Other, B.    A Sample, B Other
# Its other parser (Jiao) finds the first author alone and writes the title in capitals, with the journal in it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libbiblio-citation-parser-perl=1.10+dfsg-4 2>downloads || { cat downloads; exit 1; }
dpkg -x libbiblio-citation-parser-perl*.deb .
cat >references <<'END'
Sample, A., and Other, B. (2027). On samples. Journal of Samples, 3(2), 1-9.
Sample, A., & Other, B. (2027). On samples. Journal of Samples, 3(2), 1-9.
Sample, A., Other, B., & Third, C. (2027). On samples. Journal of Samples, 3(2), 1-9.
END
cat >try.pl <<'END'
use Biblio::Citation::Parser::Standard;
use Biblio::Citation::Parser::Jiao;
my $parser = Biblio::Citation::Parser::Standard->new;
my $last;
while (my $text = <>) {
    chomp $text;
    $last = $text;
    my $found = $parser->parse($text);
    print join("; ", map { "$_->{given} $_->{family}" } @{ $found->{authors} }), " | $found->{atitle}\n";
}
my $found = Biblio::Citation::Parser::Jiao->new->parse($last);
print "$found->{aufirst} $found->{aulast} | $found->{title}\n";
END
cat >wanted <<'END'
A Sample; B Other | On samples
A Sample; Other & | On samples
A Sample; B Other; Third & | On samples
A Sample | ON SAMPLES.JOURNAL OF SAMPL
END
perl -Iusr/share/perl5 try.pl references >seen 2>messages
cmp -s seen wanted || { echo "now: $(cat seen messages)"; exit 1; }
echo "as described"
