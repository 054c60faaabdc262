using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>Which ids belong to a partition: those that have certain characters at a certain place, as credit codes have the digits of their region.</summary>
/// <remarks>Rules of the same place and length with different characters are disjoint, so that no unit can stand in two partitions. Source: random-inspection-draw/1 §1.</remarks>
public sealed record PartitionRule
{
    private readonly byte[] _characters;

    /// <summary>A rule.</summary>
    /// <param name="start">The place of the first character, from 0; 2 for the region of a unified social credit code.</param>
    /// <param name="characters">The characters, for example <c>2101</c> for 沈阳; visible ASCII.</param>
    public PartitionRule(int start, string characters)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentException.ThrowIfNullOrEmpty(characters);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + characters.Length, FrameUnit.MaxIdLength, nameof(characters));
        if (characters.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)
        {
            throw new ArgumentException("Ids have visible ASCII characters only.", nameof(characters));
        }

        (Start, Characters) = (start, characters);
        _characters = Encoding.ASCII.GetBytes(characters);
    }

    /// <summary>The place of the first character, from 0.</summary>
    public int Start { get; }

    /// <summary>The characters.</summary>
    public string Characters { get; }

    /// <summary>Whether an id belongs to the partition.</summary>
    /// <param name="id">The id.</param>
    public bool Holds(ReadOnlySpan<byte> id) => id.Length >= Start && id[Start..].StartsWith(_characters);

    /// <inheritdoc />
    public bool Equals(PartitionRule? other) => other is not null && Start == other.Start && Characters == other.Characters;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Start, Characters);

    /// <summary>The rule in a few characters: place and characters.</summary>
    public override string ToString() => $"{Start}:{Characters}";
}
