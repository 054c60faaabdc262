using System.Runtime.InteropServices;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>Who may serve which class, and which visits surely do not exclude whom: a few words for each inspector.</summary>
/// <remarks>
/// A class's pool is whom its department has for the need, less whom the window keeps away. So an inspector has a bit for each need and one for each window of
/// the department, where a bit for each class would be many times as many. Which visits exclude an inspector, 512 bits tell for almost all that do not
/// (Bloom 1970, doi:10.1145/362686.362692).
/// </remarks>
internal sealed class EligibilityBits
{
    /// <summary>Words of an inspector in <see cref="MayBeExcluded"/>.</summary>
    public const int ExclusionWords = 8;

    private readonly ClassBits[] _classes;
    private readonly ulong[] _mayServe;
    private readonly ulong[] _mayBeExcluded;
    private readonly int _words;

    /// <param name="graph">The problem.</param>
    /// <param name="teamKeys">For each team the number by which <see cref="ExclusionBit"/> asks for it.</param>
    public EligibilityBits(MatchGraph graph, ReadOnlySpan<int> teamKeys)
    {
        Dictionary<ClassKey, int> needs = [];
        Dictionary<(string Department, DateInterval? Window), int> windows = [];
        Dictionary<string, int> bits = new(StringComparer.Ordinal);
        _classes = Array.ConvertAll(graph.Classes, @class => new ClassBits(
            Number(needs, @class.WithoutWindow, @class.Need.Department),
            Number(windows, (@class.Need.Department, @class.Window), @class.Need.Department)));
        // Stryker disable once Bitwise,Arithmetic: more room than is needed changes nothing
        _words = ((bits.Values.DefaultIfEmpty().Max() - 1) >> 6) + 1;
        _mayServe = new ulong[graph.Inspectors * _words];
        for (int @class = 0; @class < _classes.Length; @class++)
        {
            (int need, int window) = _classes[@class];
            foreach (int inspector in graph.Pools.Of(@class))
            {
                int row = inspector * _words;
                // Stryker disable once Bitwise: nothing is negative here: both shifts agree
                _mayServe[row + (need >> 6)] |= 1UL << (need & 63);
                // Stryker disable once Bitwise: nothing is negative here: both shifts agree
                _mayServe[row + (window >> 6)] |= 1UL << (window & 63);
            }
        }

        _mayBeExcluded = new ulong[graph.Inspectors * ExclusionWords];
        for (int team = 0; team < graph.Teams; team++)
        {
            int bit = ExclusionBit(teamKeys[team]);
            foreach (int inspector in graph.Excluded(team))
            {
                // Stryker disable once Bitwise: nothing is negative here: both shifts agree
                _mayBeExcluded[(inspector * ExclusionWords) + (bit >> 6)] |= 1UL << (bit & 63);
            }
        }

        int Number<T>(Dictionary<T, int> numbers, T of, string department)
            where T : notnull
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, of, out bool known);
            return known ? number : number = CollectionsMarshal.GetValueRefOrAddDefault(bits, department, out _)++;
        }
    }

    /// <summary>The two bits of each class: an inspector is in its pool if both are set.</summary>
    public ReadOnlySpan<ClassBits> Classes => _classes;

    /// <summary>An inspector's bits.</summary>
    public ReadOnlySpan<ulong> MayServe(int inspector) => _mayServe.AsSpan(inspector * _words, _words);

    /// <summary>An inspector's bits by <see cref="ExclusionBit"/>: one that is not set says that no such team's visit excludes the inspector.</summary>
    public ReadOnlySpan<ulong> MayBeExcluded(int inspector) => _mayBeExcluded.AsSpan(inspector * ExclusionWords, ExclusionWords);

    /// <summary>The bit of a team among 512, as good as at random (Knuth's multiplicative hash).</summary>
    /// <param name="teamKey">The team's key.</param>
    // Stryker disable once Bitwise,Arithmetic: which bit it is changes how often one is asked for nothing
    public static int ExclusionBit(int teamKey) => unchecked((int)(((uint)teamKey * 2654435769u) >> 23));

    /// <summary>A class's bits among those of its department.</summary>
    /// <param name="Need">The bit of the need.</param>
    /// <param name="Window">The bit of the window.</param>
    public readonly record struct ClassBits(int Need, int Window);
}
