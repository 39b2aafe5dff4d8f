"""Everybody who gets a volume, by the names that `proposal bundle --for` knows."""

from __future__ import annotations

from collections.abc import Mapping

from proposal.bundling.contents import Receiver
from proposal.bundling.receivers.ceur import ceur_volume
from proposal.bundling.receivers.packed_volume import VolumeReceiver

VOLUME_RECEIVERS: Mapping[Receiver, VolumeReceiver] = {
    Receiver.CEUR: VolumeReceiver("CEUR Workshop Proceedings", ".zip", True, ceur_volume),
}
