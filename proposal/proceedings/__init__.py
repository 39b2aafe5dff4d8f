"""Makes the volume of an edition's papers: stamped papers, with what stands around them."""
