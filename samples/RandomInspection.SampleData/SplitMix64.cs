namespace RandomInspection.SampleData;

/// <summary>A small generator of 64-bit integers for sample data. Not for draws: those follow the draw specification.</summary>
/// <remarks>
/// Source: G. L. Steele Jr., D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014,
/// DOI 10.1145/2660193.2660195; constants of S. Vigna's public-domain <c>splitmix64.c</c>.
/// </remarks>
internal struct SplitMix64(ulong state)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state = state;

    /// <summary>The generator of one item of a series: neighbours in the series share nothing visible.</summary>
    /// <param name="seed">The seed of the series.</param>
    /// <param name="serial">The place in the series.</param>
    public static SplitMix64 For(long seed, long serial)
    {
        unchecked
        {
            return new SplitMix64(Mix((ulong)seed + Gamma) ^ Mix((ulong)serial * Gamma));
        }
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += Gamma;
            return Mix(_state);
        }
    }

    /// <summary>The next number from 0 to below a bound, by the high half of a product; its bias is below 2⁻³².</summary>
    /// <param name="bound">1 to 2³¹ − 1.</param>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>One of several, each as likely as the others.</summary>
    /// <param name="choices">1 or more.</param>
    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
