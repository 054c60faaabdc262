using System.Collections.Immutable;

namespace RandomInspection.Storage;

/// <summary>A directory, immutable: what is in it by id, each with the version of the merge that wrote it.</summary>
/// <remarks>Ids are visible ASCII, so ordinal order is the order of bytes.</remarks>
internal sealed record InMemoryDirectory<T>(long Version, ImmutableSortedDictionary<string, (T One, long Since)> ById)
    where T : class
{
    public static InMemoryDirectory<T> Empty { get; } = new(0, ImmutableSortedDictionary.Create<string, (T, long)>(StringComparer.Ordinal));

    public IEnumerable<T> All => ById.Values.Select(kept => kept.One);

    public InMemoryDirectory<T> Merge(long version, ImmutableArray<T> changed, Func<T, string> id) =>
        new(version, ById.SetItems(changed.Select(one => KeyValuePair.Create(id(one), (one, version)))));

    public T? Find(string id) => ById.TryGetValue(id, out (T One, long) kept) ? kept.One : null;

    public ImmutableDictionary<string, T> Find(IEnumerable<string> ids) =>
        ids.Distinct(StringComparer.Ordinal).Where(ById.ContainsKey).ToImmutableDictionary(id => id, id => ById[id].One, StringComparer.Ordinal);

    public static (ImmutableArray<T> Page, long Total) Page(IEnumerable<T> found, int skip, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        T[] all = [.. found];
        return ([.. all.Skip(skip).Take(take)], all.LongLength);
    }

    /// <summary>One after the other, as of the moment of the call.</summary>
#pragma warning disable CS1998 // The port is asynchronous; memory is not.
    public static async IAsyncEnumerable<T> StreamAsync(IEnumerable<T> found, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
#pragma warning restore CS1998
    {
        foreach (T one in found)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return one;
        }
    }
}
