using System.Runtime.InteropServices;

namespace RandomInspection.Matching;

/// <summary>Counts how many have the same key, keys being rows of numbers.</summary>
internal sealed class Alike
{
    private readonly Dictionary<(int Start, int Length), int> _groups;
    private readonly List<int> _keys;
    // Stryker disable once CollectionExpression: groups may be numbered from 1
    private readonly List<int> _sizes = [];
    private readonly int[] _groupOf;
    private int _start;
    private int _next;

    /// <param name="count">How many there are.</param>
    /// <param name="numbers">About how many numbers a key has.</param>
    public Alike(int count, int numbers)
    {
        // Stryker disable once Arithmetic: it grows as it must
        _keys = new List<int>(count * numbers);
        (_groups, _groupOf) = (new(count, new Rows(_keys)), new int[count]);
    }

    /// <summary>A number of the next one's key.</summary>
    public void Add(int number) => _keys.Add(number);

    /// <summary>More numbers of the next one's key, and how many they are, so that no two keys read the same.</summary>
    public void Add(ReadOnlySpan<int> numbers)
    {
        _keys.Add(numbers.Length);
        _keys.AddRange(numbers);
    }

    /// <summary>The next one's key is complete.</summary>
    public void End()
    {
        ref int group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, (_start, _keys.Count - _start), out bool known);
        if (known)
        {
            _keys.RemoveRange(_start, _keys.Count - _start);
        }
        else
        {
            group = _sizes.Count;
            _sizes.Add(0);
            _start = _keys.Count;
        }

        _sizes[group]++;
        _groupOf[_next++] = group;
    }

    /// <summary>For each, how many have its key.</summary>
    public int[] Sizes() => Array.ConvertAll(_groupOf, group => _sizes[group]);

    private sealed class Rows(List<int> keys) : IEqualityComparer<(int Start, int Length)>
    {
        public bool Equals((int Start, int Length) x, (int Start, int Length) y) => Row(x).SequenceEqual(Row(y));

        public int GetHashCode((int Start, int Length) row)
        {
            HashCode hash = default;
            // Stryker disable once Statement: what is hashed less finely is found as well
            hash.AddBytes(MemoryMarshal.AsBytes(Row(row)));
            return hash.ToHashCode();
        }

        private ReadOnlySpan<int> Row((int Start, int Length) row) => CollectionsMarshal.AsSpan(keys).Slice(row.Start, row.Length);
    }
}
