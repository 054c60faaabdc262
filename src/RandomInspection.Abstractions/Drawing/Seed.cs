namespace RandomInspection.Drawing;

/// <summary>种子：the one value from which every ticket of a draw follows.</summary>
/// <remarks>Written as 64 lower-case hex characters; anything else is refused, upper case too.</remarks>
public sealed record Seed
{
    private Seed(string hex) => Hex = hex;

    /// <summary>64 lower-case hex characters.</summary>
    public string Hex { get; }

    /// <summary>The value that a text writes.</summary>
    /// <param name="hex">64 lower-case hex characters.</param>
    /// <exception cref="InputRefusedException">It is not (RI1301).</exception>
    public static Seed Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return Hex32.IsHex32(hex) ? new Seed(hex) : throw DrawingRefusals.MalformedHex.Refuse(("what", "Seed"), ("value", hex));
    }

    /// <summary>The value of 32 bytes.</summary>
    /// <param name="bytes">32 bytes.</param>
    public static Seed Of(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, 32, nameof(bytes));
        return new Seed(Convert.ToHexStringLower(bytes));
    }

    /// <summary>64 lower-case hex characters.</summary>
    public override string ToString() => Hex;
}
