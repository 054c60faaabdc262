using System.Globalization;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>Which ids belong to a partition, so that no unit can stand in two though nobody exchanges ids.</summary>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
public abstract record PartitionRule
{
    /// <summary>No id has a space in it.</summary>
    private const string Dots = " .. ";

    private PartitionRule()
    {
    }

    /// <summary>Whether an id belongs to the partition.</summary>
    /// <param name="id">The id.</param>
    public abstract bool Holds(ReadOnlySpan<byte> id);

    /// <summary>Whether no id can belong to both partitions; where that cannot be told from the rules it is <see langword="false"/>.</summary>
    /// <param name="other">Another partition's rule.</param>
    public bool IsDisjointFrom(PartitionRule other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (this, other) switch
        {
            (At a, At b) => a.Differs(b),
            (Range a, Range b) => a.Ends(b.From) || b.Ends(a.From),
            (At { Start: 0 } a, Range b) => AreApart(a, b),
            (Range a, At { Start: 0 } b) => AreApart(b, a),
            _ => false,
        };
    }

    /// <summary>The rule that a text of <see cref="object.ToString"/> keeps: <c>2:2101</c>, <c>2101 .. 2102</c>, <c>2101 .. </c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InputRefusedException">It is none (RI1377).</exception>
    public static PartitionRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            int dots = text.IndexOf(Dots, StringComparison.Ordinal), colon = text.IndexOf(':', StringComparison.Ordinal);
            return dots >= 0
                ? new Range(text[..dots], text.Length == dots + Dots.Length ? null : text[(dots + Dots.Length)..])
                : new At(int.Parse(text.AsSpan(0, Math.Max(colon, 0)), NumberStyles.None, CultureInfo.InvariantCulture), text[(colon + 1)..]);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw ScaleRefusals.MalformedRule.Refuse(("rule", text));
        }
    }

    /// <summary>Ids that begin with certain characters are one range: they stand apart from another where one ends before the other begins.</summary>
    private static bool AreApart(At start, Range range)
    {
        ReadOnlySpan<byte> first = start.Bytes;
        return range.Ends(start.Characters) || (range.From.SequenceCompareTo(first) > 0 && !range.From.StartsWith(first));
    }

    private static byte[] Visible(string text, string name) => text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0
        ? Encoding.ASCII.GetBytes(text)
        : throw new ArgumentException("Ids have visible ASCII characters only.", name);

    /// <summary>Ids that have certain characters at a certain place, as credit codes have the digits of their region.</summary>
    public sealed record At : PartitionRule
    {
        private readonly byte[] _characters;

        /// <summary>A rule.</summary>
        /// <param name="start">The place of the first character, from 0; 2 for the region of a unified social credit code.</param>
        /// <param name="characters">The characters, for example <c>2101</c> for 沈阳; visible ASCII.</param>
        public At(int start, string characters)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(start);
            ArgumentException.ThrowIfNullOrEmpty(characters);
            ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + characters.Length, FrameUnit.MaxIdLength, nameof(characters));
            _characters = Visible(characters, nameof(characters));
            (Start, Characters) = (start, characters);
        }

        /// <summary>The place of the first character, from 0.</summary>
        public int Start { get; }

        /// <summary>The characters.</summary>
        public string Characters { get; }

        internal ReadOnlySpan<byte> Bytes => _characters;

        /// <inheritdoc />
        public override bool Holds(ReadOnlySpan<byte> id) => id.Length >= Start && id[Start..].StartsWith(_characters);

        /// <inheritdoc />
        public bool Equals(At? other) => other is not null && Start == other.Start && Characters == other.Characters;

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(Start, Characters);

        /// <summary>The rule in a few characters: place and characters.</summary>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}:{Characters}");

        /// <summary>Whether both name a character of the same place, and not the same one.</summary>
        internal bool Differs(At other)
        {
            int from = Math.Max(Start, other.Start), to = Math.Min(Start + Characters.Length, other.Start + other.Characters.Length);
            return from < to && !_characters.AsSpan(from - Start, to - from).SequenceEqual(other._characters.AsSpan(from - other.Start, to - from));
        }
    }

    /// <summary>Ids from one on and before another, in the order of their bytes.</summary>
    public sealed record Range : PartitionRule
    {
        private readonly byte[] _from;
        private readonly byte[]? _before;

        /// <summary>A rule.</summary>
        /// <param name="from">The first id that may be in it, or its first characters; empty for the beginning.</param>
        /// <param name="before">The first behind it; <see langword="null"/> for none.</param>
        public Range(string from, string? before)
        {
            ArgumentNullException.ThrowIfNull(from);
            _from = Visible(from, nameof(from));
            _before = before is null ? null : Visible(before, nameof(before));
            if (before is not null && string.CompareOrdinal(from, before) >= 0)
            {
                throw new ArgumentException("A range ends behind its beginning.", nameof(before));
            }

            Before = before;
        }

        /// <summary>The first that is not in it any more; <see langword="null"/> for none.</summary>
        public string? Before { get; }

        /// <summary>The first that may be in it.</summary>
        internal ReadOnlySpan<byte> From => _from;

        /// <inheritdoc />
        public override bool Holds(ReadOnlySpan<byte> id) => id.SequenceCompareTo(_from) >= 0 && (_before is null || id.SequenceCompareTo(_before) < 0);

        /// <inheritdoc />
        public bool Equals(Range? other) => other is not null && From.SequenceEqual(other.From) && Before == other.Before;

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(ToString());

        /// <summary>The rule in a few characters: from, two dots between spaces, before.</summary>
        public override string ToString() => $"{Encoding.ASCII.GetString(_from)}{Dots}{Before}";

        /// <summary>Whether it ends at these characters or before.</summary>
        internal bool Ends(ReadOnlySpan<byte> characters) => _before is not null && _before.AsSpan().SequenceCompareTo(characters) <= 0;

        internal bool Ends(string characters) => Ends(Encoding.ASCII.GetBytes(characters));
    }
}
