namespace RandomInspection.Drawing;

/// <summary>名单密钥：32 random bytes that salt the lines of one frame; kept by the drawing department, handed to an auditor with the frame.</summary>
/// <remarks>Written as 64 lower-case hex characters; anything else is refused, upper case too.</remarks>
public sealed record FrameKey
{
    private FrameKey(string hex) => Hex = hex;

    /// <summary>64 lower-case hex characters.</summary>
    public string Hex { get; }

    /// <summary>The value that a text writes.</summary>
    /// <param name="hex">64 lower-case hex characters.</param>
    /// <exception cref="InputRefusedException">It is not (RI1301).</exception>
    public static FrameKey Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return Hex32.IsHex32(hex) ? new FrameKey(hex) : throw DrawingRefusals.MalformedHex.Refuse(("what", "FrameKey"), ("value", hex));
    }

    /// <summary>The value of 32 bytes.</summary>
    /// <param name="bytes">32 bytes.</param>
    public static FrameKey Of(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, 32, nameof(bytes));
        return new FrameKey(Convert.ToHexStringLower(bytes));
    }

    /// <summary>Not the key: a text that may stand in a log.</summary>
    public override string ToString() => "FrameKey (secret)";
}
