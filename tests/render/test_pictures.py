"""Pictures as phones, editors and drawing programs make them look as their makers saw them."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw, ImageOps, PngImagePlugin

from proposal.render.latex.converted import picture_of
from proposal.render.picture_kinds import PictureError, kind_of
from proposal.render.pictures import MOST_PIXELS, plain_picture, upright_size
from proposal.render.site.drawing import portrait

TEAL = (0, 128, 128)


def saved(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    made = io.BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def near(one: object, other: tuple[int, ...], most: int = 6) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def turned(orientation: int) -> bytes:
    """A picture as a camera keeps it: upright, it is blue on top and red at the left."""
    upright = Image.new("RGB", (60, 40), "white")
    pen = ImageDraw.Draw(upright)
    pen.rectangle((0, 0, 60, 9), fill="blue")
    pen.rectangle((0, 10, 9, 40), fill="red")
    undone = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    kept = upright.transpose(undone[orientation]) if orientation in undone else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(kept, "JPEG", exif=exif, quality=95, subsampling=0)


def shows_blue_on_top(picture: Image.Image) -> bool:
    assert picture.size == (60, 40)
    colours = [picture.convert("RGB").getpixel(place) for place in ((50, 4), (4, 30), (50, 30))]
    expected = ((0, 0, 255), (255, 0, 0), (255, 255, 255))
    return all(near(one, other, 30) for one, other in zip(colours, expected, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_its_camera_noted(orientation: int, tmp_path: Path) -> None:
    sent = turned(orientation)
    assert shows_blue_on_top(plain_picture(sent))
    assert upright_size(sent) == (60, 40)
    file = tmp_path / "photo.jpg"
    file.write_bytes(sent)
    picture, done = picture_of(file)
    assert ("upright" in done) == (orientation != 1)
    with Image.open(io.BytesIO(picture.content)) as set_by_tex:
        assert shows_blue_on_top(set_by_tex)
        assert set_by_tex.getexif().get(0x0112) in {None, 1}


def see_through(mode: str) -> bytes:
    """A teal disc on nothing."""
    whole = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    ImageDraw.Draw(whole).ellipse((100, 100, 300, 300), fill=(*TEAL, 255))
    if mode == "P":
        flat = whole.convert("P", palette=Image.Palette.ADAPTIVE, colors=8)
        return saved(flat, "PNG", transparency=flat.getpixel((0, 0)))
    if mode == "RGB":
        return saved(whole.convert("RGB"), "PNG", transparency=(0, 0, 0))
    return saved(whole.convert(mode), "TIFF" if mode == "PA" else "PNG")


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "PA", "RGB"])
def test_a_portrait_on_nothing_stands_on_white(mode: str) -> None:
    for content in portrait(see_through(mode)).values():
        with Image.open(io.BytesIO(content)) as shown:
            whole = shown.convert("RGB")
            assert near(whole.getpixel((3, 3)), (255, 255, 255))
            assert not near(whole.getpixel((160, 160)), (255, 255, 255), 60)


@pytest.mark.parametrize(
    ("picture", "kind", "shade"),
    [
        (Image.new("I;16", (400, 400), 128 * 257), "PNG", 128),
        (Image.new("I;16", (400, 400), 20 * 257), "TIFF", 20),
        (Image.new("F", (400, 400), 0.5), "TIFF", 127),
        (Image.new("1", (400, 400), 0), "PNG", 0),
        (Image.new("LA", (400, 400), (90, 255)), "PNG", 90),
    ],
)
def test_shades_of_grey_stay_what_they_are(picture: Image.Image, kind: str, shade: int) -> None:
    plain = plain_picture(saved(picture, kind)).convert("RGB")
    assert near(plain.getpixel((200, 200)), (shade, shade, shade), 2)


@pytest.mark.parametrize("mode", ["CMYK", "YCbCr", "LAB", "HSV", "P"])
def test_other_models_of_colour_become_those_of_screens(mode: str) -> None:
    sent = Image.new("RGB", (40, 40), TEAL)
    if mode == "LAB":
        lab, screen = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(sent, screen, lab, outputMode="LAB")
    else:
        made = sent.convert(mode, palette=Image.Palette.ADAPTIVE)
    assert made is not None
    kind = {"P": "PNG", "HSV": "WEBP"}.get(mode, "TIFF")
    options = {"lossless": True} if kind == "WEBP" else {}
    plain = plain_picture(saved(made, kind, **options))
    assert near(plain.convert("RGB").getpixel((20, 20)), TEAL, 20)  # of Lab in eight bits


def test_colours_of_a_wider_profile_become_those_of_screens(tmp_path: Path) -> None:
    # A profile that calls blue what sRGB calls red, and red what it calls blue.
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile = bytearray(
        bytes(profile).replace(b"s\0R\0G\0B", b"T\0e\0s\0t").replace(b"sRGB", b"Test")
    )
    tags = {
        bytes(profile[at : at + 4]): at
        for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12)
    }
    red, blue = tags[b"rXYZ"], tags[b"bXYZ"]
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    sent = saved(Image.new("RGB", (400, 400), "red"), "JPEG", icc_profile=bytes(profile))
    assert near(plain_picture(sent).getpixel((200, 200)), (0, 0, 255), 8)
    see_through_too = saved(
        Image.new("RGBA", (400, 400), (255, 0, 0, 0)), "PNG", icc_profile=bytes(profile)
    )
    assert plain_picture(see_through_too).getpixel((200, 200)) == (255, 255, 255)
    file = tmp_path / "photo.jpg"
    file.write_bytes(sent)
    picture, done = picture_of(file)
    assert "colours of screens (sRGB)" in done
    with Image.open(io.BytesIO(picture.content)) as set_by_tex:
        assert near(set_by_tex.convert("RGB").getpixel((200, 200)), (0, 0, 255), 8)


def test_a_profile_that_says_nothing_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    for profile in (
        b"no profile",
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    ):
        file.write_bytes(saved(Image.new("RGB", (40, 40), TEAL), "JPEG", icc_profile=profile))
        assert near(plain_picture(file.read_bytes()).getpixel((20, 20)), TEAL)
        assert picture_of(file)[1] == ""


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_shown(kind: str) -> None:
    first, second = Image.new("RGB", (40, 40), "red"), Image.new("RGB", (40, 40), "blue")
    sent = saved(first, kind, save_all=True, append_images=[second], duration=100)
    assert near(plain_picture(sent).convert("RGB").getpixel((20, 20)), (255, 0, 0), 8)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP"])
def test_a_picture_that_ends_early_is_refused_everywhere(kind: str, tmp_path: Path) -> None:
    whole = saved(ImageOps.colorize(Image.effect_noise((300, 200), 80), "navy", "white"), kind)
    for share in (0.3, 0.6, 0.9):
        half = whole[: int(len(whole) * share)]
        with pytest.raises(PictureError, match="ends too early"):
            portrait(half)
        suffix = {"JPEG": "jpg", "TIFF": "tif"}.get(kind, kind.lower())
        file = tmp_path / f"half-{share}.{suffix}"
        file.write_bytes(half)
        with pytest.raises(PictureError, match="ends too early"):
            picture_of(file)[0].content  # noqa: B018 - reading it is the test


def test_half_a_drawing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "half.pdf"
    file.write_bytes(saved(Image.new("RGB", (40, 40), TEAL), "PDF")[:-40])
    with pytest.raises(PictureError, match="ends too early"):
        picture_of(file)


def test_what_is_too_large_is_refused_by_its_head() -> None:
    sent = bytearray(saved(Image.new("L", (8, 8))))
    sent[16:24] = (20_000).to_bytes(4, "big") * 2
    sent[29:33] = zlib.crc32(bytes(sent[12:29])).to_bytes(4, "big")
    assert MOST_PIXELS < 20_000**2
    with pytest.raises(PictureError, match="more than 60 million pixels"):
        plain_picture(bytes(sent))


@pytest.mark.parametrize("size", [(1, 1), (2, 900), (900, 2)])
def test_a_tiny_or_narrow_picture_is_cut_like_any_other(size: tuple[int, int]) -> None:
    for content in portrait(saved(Image.new("RGB", size, TEAL))).values():
        with Image.open(io.BytesIO(content)) as shown:
            assert shown.size == (320, 320)
            assert near(shown.convert("RGB").getpixel((160, 160)), TEAL)


@pytest.mark.parametrize(
    ("head", "kind", "hint"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC", "magick ann.x ann.jpg"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "SVG",
            "rsvg-convert -w 1000 -o ann.png ann.x",
        ),
        (b"%PDF-1.5 and more", "PDF", "pdftoppm -png -singlefile -r 300 ann.x ann"),
        (b"%!PS-Adobe-3.0 EPSF", "PostScript", "magick -density 300 ann.x ann.png"),
    ],
)
def test_a_kind_that_cannot_be_read_is_reported_with_what_to_type(
    head: bytes, kind: str, hint: str
) -> None:
    assert kind_of(head[:16]) == kind
    with pytest.raises(PictureError, match=f"of the kind {kind}") as refused:
        portrait(head + bytes(40))
    assert hint in refused.value.hint("ann.x")


@pytest.mark.parametrize("content", [b"", b"hello", bytes(100)])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError, match=r"no picture|empty"):
        portrait(content)


def test_notes_in_a_picture_are_not_handed_on(tmp_path: Path) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Somebody")
    exif = Image.Exif()
    exif[0x0112] = 6
    file = tmp_path / "photo.png"
    file.write_bytes(saved(Image.new("RGB", (40, 20), TEAL), pnginfo=notes, exif=exif))
    picture, done = picture_of(file)
    assert "upright" in done
    assert b"Somebody" not in picture.content
