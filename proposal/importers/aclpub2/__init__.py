"""Reads the folder from which ACL's aclpub2 makes proceedings."""
