"""Everybody who gets a volume, by the names that `proposal bundle --for` knows."""

from __future__ import annotations

from collections.abc import Mapping

from proposal.bundling.contents import Receiver
from proposal.bundling.receivers.acm_contents import acm_contents
from proposal.bundling.receivers.anthology import anthology_volume
from proposal.bundling.receivers.ceur import ceur_volume
from proposal.bundling.receivers.dblp import dblp_contents
from proposal.bundling.receivers.packed_volume import VolumeReceiver
from proposal.bundling.receivers.pmlr import pmlr_volume
from proposal.bundling.receivers.zenodo import zenodo_deposits

VOLUME_RECEIVERS: Mapping[Receiver, VolumeReceiver] = {
    Receiver.CEUR: VolumeReceiver(
        "CEUR Workshop Proceedings", ".zip", ceur_volume, takes_pdfs=True
    ),
    Receiver.ANTHOLOGY: VolumeReceiver(
        "the ACL Anthology", ".zip", anthology_volume, takes_pdfs=True
    ),
    Receiver.PMLR: VolumeReceiver(
        "Proceedings of Machine Learning Research", ".zip", pmlr_volume, takes_pdfs=True
    ),
    Receiver.ACM_TOC: VolumeReceiver(
        "ACM's e-Rights system", ".csv", acm_contents, says_when_held=False
    ),
    Receiver.ZENODO: VolumeReceiver("Zenodo", ".zip", zenodo_deposits),
    Receiver.DBLP: VolumeReceiver("dblp", ".xml", dblp_contents),
}
