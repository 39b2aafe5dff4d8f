"""Reads pictures as people send them: upright, on white, in the colours of screens.

A camera turns no pictures, it writes down how to turn them (EXIF); phones and editors write
down which red their red is (ICC); drawings have nothing where the page is to be seen. What is
made of a picture for pages and for print holds all of that itself.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from proposal.render.picture_kinds import PictureError, kind_of

MOST_PIXELS = 60_000_000
"""Pixels of the largest picture that is read; a mistaken one should not fill the memory."""

DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    ArithmeticError,
    LookupError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What Pillow raises for files that break the rules of their kind."""

# What is too large is refused below, in words that name the picture.
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)

_UPRIGHT = 1
_TURNED = frozenset(range(2, 9))
"""The values of EXIF's orientation that mean that a picture is to be turned or mirrored."""


def plain_picture(sent: bytes) -> Image.Image:
    """A picture, of a moving one its first frame: upright, with eight bits a colour, on white.

    Args:
        sent: the content of the file.

    Returns:
        A picture of the mode RGB or, if it has no colours, L.

    Raises:
        PictureError: the file is no picture, is damaged, ends early or is too large.
    """
    with _opened(sent) as picture:
        try:
            picture.load()
            return _on_white(_screen_colours(ImageOps.exif_transpose(_eight_bits(picture))))
        except DAMAGE as reason:
            raise _damaged(sent) from reason


def cut_out_picture(sent: bytes) -> Image.Image:
    """A picture as `plain_picture` gives it, in which nothing stays where nothing is.

    Args:
        sent: the content of the file.

    Returns:
        A picture of the mode RGBA, or RGB if all of it is filled.

    Raises:
        PictureError: the file is no picture, is damaged, ends early or is too large.
    """
    with _opened(sent) as picture:
        try:
            picture.load()
            whole = _screen_colours(ImageOps.exif_transpose(_eight_bits(picture)))
            if whole.mode in _FILLED and "transparency" not in whole.info:
                return _on_white(whole).convert("RGB")
            straight = {"La": "LA", "RGBa": "RGBA"}.get(whole.mode, whole.mode)
            cut_out = whole.convert(straight).convert("RGBA")
        except DAMAGE as reason:
            raise _damaged(sent) from reason
        cut_out.info = {}
        is_filled = cut_out.getchannel("A").getextrema()[0] == _OPAQUE
        return cut_out.convert("RGB") if is_filled else cut_out


_OTHER_COLOURS = {"CMYK", "YCbCr", "HSV", "RGBX"}
"""Modes of pictures whose colours are no red, green and blue alone."""
_FILLED = {"1", "L", "RGB"} | _OTHER_COLOURS
"""Modes of pictures in which every point has a colour."""

_OPAQUE = 255
"""The alpha of a point through which nothing is seen."""


def what_print_needs(sent: bytes) -> str:
    """What has to be done to a PNG or JPEG file before TeX sets it; empty if nothing.

    Raises:
        PictureError: the file is no picture, is damaged, ends early or is too large.
    """
    with _opened(sent) as picture:
        try:
            picture.load()
            profile = picture.info.get("icc_profile")
            if picture.getexif().get(ExifTags.Base.Orientation, _UPRIGHT) in _TURNED:
                return "is set upright, as the camera noted it (EXIF)"
            if picture.mode == "CMYK":
                return (
                    "is set in the colours of screens (RGB), since it has those of a press (CMYK)"
                )
            if profile and (colours := _foreign_colours(profile)):
                return f"is set in the colours of screens (sRGB), since it has those of {colours}"
        except DAMAGE as reason:
            raise _damaged(sent) from reason
    return ""


def upright_size(sent: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture as it is shown.

    Raises:
        PictureError: the file is no picture, is damaged or is too large.
    """
    with _opened(sent) as picture:
        try:
            orientation = picture.getexif().get(ExifTags.Base.Orientation, _UPRIGHT)
        except DAMAGE as reason:
            raise _damaged(sent) from reason
        width, height = picture.size
        return (height, width) if orientation in {5, 6, 7, 8} else (width, height)


def frame_count(sent: bytes) -> int:
    """How many frames a picture has: more than one if it moves.

    Raises:
        PictureError: the file is no picture, is damaged or is too large.
    """
    with _opened(sent) as picture:
        try:
            return int(getattr(picture, "n_frames", 1))
        except DAMAGE as reason:
            raise _damaged(sent) from reason


def has_position(sent: bytes) -> bool:
    """Whether a picture says where it was taken; one that cannot be read says nothing."""
    try:
        with _opened(sent) as picture:
            place = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    except (PictureError, *DAMAGE):
        return False
    return ExifTags.GPS.GPSLatitude in place


def _opened(sent: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(sent))
    except Image.DecompressionBombError as reason:
        raise _too_large() from reason
    except UnidentifiedImageError as reason:
        raise _unknown(sent) from reason
    except DAMAGE as reason:
        raise _damaged(sent) from reason
    if picture.width * picture.height > MOST_PIXELS:
        picture.close()
        raise _too_large()
    return picture


def _too_large() -> PictureError:
    most = f"{MOST_PIXELS // 1_000_000} million pixels"
    return PictureError(f"it has more than {most}; a camera makes fewer than that")


def _unknown(sent: bytes) -> PictureError:
    kind = kind_of(sent[:16])
    if not sent:
        return PictureError("the file is empty")
    if kind in {None, "PNG", "JPEG", "GIF", "TIFF", "BMP", "WebP"}:
        return _damaged(sent) if kind else PictureError("it is no picture")
    return PictureError(f"it is a picture of the kind {kind}, which cannot be read", kind)


def _damaged(sent: bytes) -> PictureError:
    return PictureError("it is damaged, or ends too early", kind_of(sent[:16]))


def _eight_bits(picture: Image.Image) -> Image.Image:
    """A picture with at most 256 shades of a colour."""
    if picture.mode.startswith("I;16"):
        grey = picture.point(lambda value: value * (1 / 256)).convert("L")
    elif picture.mode in {"I", "F"}:
        highest = picture.getextrema()[1]
        assert isinstance(highest, int | float)  # noqa: S101 - of a picture with one channel
        steps = (1, 255, 65535, 2**32) if picture.mode == "F" else (255, 65535, 2**32)
        scale = 255 / next((step for step in steps if highest <= step), max(highest, 1))
        grey = picture.point(lambda value: value * scale).convert("L")
    else:
        return picture
    grey.info = {
        key: value for key, value in picture.info.items() if key in {"exif", "icc_profile"}
    }
    return grey


def _screen_colours(picture: Image.Image) -> Image.Image:
    """A picture whose colours are those of screens (sRGB), whatever it came with."""
    if picture.mode == "LAB":
        lab, screen = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(picture, lab, screen, outputMode="RGB")
        return converted or picture.convert("RGB")
    profile = picture.info.get("icc_profile")
    if not profile or not _foreign_colours(profile):
        return picture
    has_alpha = "transparency" in picture.info or picture.mode in {"LA", "La", "PA", "RGBa"}
    whole = picture.convert("RGBA") if has_alpha or picture.mode == "RGBA" else picture
    colours = whole if whole.mode in {"L", "RGB", "CMYK"} else whole.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(colours, source, screen, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture  # a profile of other colours than the picture's says nothing of it
    if converted is None:
        return picture
    if whole.mode == "RGBA":
        converted.putalpha(whole.getchannel("A"))
    return converted


def _foreign_colours(profile: bytes) -> str:
    """What the colours of a profile are called, if they are not those of screens (sRGB)."""
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        name = ImageCms.getProfileDescription(opened).strip()
    except (ImageCms.PyCMSError, OSError, TypeError):
        return ""
    return "" if "srgb" in name.casefold() else name or "another profile"


def _on_white(picture: Image.Image) -> Image.Image:
    """A picture with white where nothing is, and with no notes on how to show it."""
    if picture.mode in {"1", "L"} and "transparency" not in picture.info:
        plain = picture.convert("L")
    elif picture.mode in _OTHER_COLOURS:
        plain = picture.convert("RGB")
    else:
        straight = {"La": "LA", "RGBa": "RGBA"}.get(picture.mode, picture.mode)
        whole = picture.convert(straight).convert("RGBA")
        plain = Image.new("RGB", whole.size, "white")
        plain.paste(whole, mask=whole.getchannel("A"))
    plain.info = {}
    return plain
