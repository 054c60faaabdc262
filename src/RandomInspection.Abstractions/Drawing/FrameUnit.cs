namespace RandomInspection.Drawing;

/// <summary>单元：one thing that can be drawn, as one line of a frame.</summary>
/// <remarks>Source: random-inspection-draw/1, Terms.</remarks>
public sealed record FrameUnit
{
    /// <summary>Most characters an id may have: with the seed's 64 it fits two blocks of the hash.</summary>
    public const int MaxIdLength = 55;

    /// <summary>Most characters a class may have.</summary>
    public const int MaxClassLength = 32;

    /// <summary>A unit of a frame.</summary>
    /// <param name="id">1 to 55 visible ASCII characters (0x21–0x7E), not starting with <c>:</c>.</param>
    /// <param name="stratum">The stratum.</param>
    /// <param name="class">The credit class: 1 to 32 visible ASCII characters.</param>
    /// <param name="standing">Whether it can be drawn.</param>
    /// <exception cref="InputRefusedException">The id (RI1101) or the class (RI1102) is malformed.</exception>
    public FrameUnit(string id, Stratum stratum, string @class, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(stratum);
        ArgumentNullException.ThrowIfNull(@class);
        if (!IsId(id))
        {
            throw DrawingRefusals.MalformedId.Refuse(("id", id));
        }

        if (!IsClass(@class))
        {
            throw DrawingRefusals.MalformedClass.Refuse(("class", @class));
        }

        Id = id;
        Stratum = stratum;
        Class = @class;
        Standing = standing;
    }

    /// <summary>The id by which the unit is drawn: a unified social credit code or a carrier's code.</summary>
    public string Id { get; }

    /// <summary>The stratum.</summary>
    public Stratum Stratum { get; }

    /// <summary>The credit class.</summary>
    public string Class { get; }

    /// <summary>Whether it can be drawn.</summary>
    public Standing Standing { get; }

    /// <summary>Whether a text may be a unit's id.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsId(ReadOnlySpan<char> text) => text.Length is >= 1 and <= MaxIdLength && text[0] != ':' && text.IsVisibleAscii();

    /// <summary>Whether a text may be a class.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsClass(ReadOnlySpan<char> text) => text.Length is >= 1 and <= MaxClassLength && text.IsVisibleAscii();

    /// <summary>The unit's line in the canonical frame file, without its end.</summary>
    public override string ToString() => $"{Id}\t{Stratum}\t{Class}\t{(Standing == Standing.Drawable ? "drawable" : "resting")}";
}
