using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.Storage;

/// <summary>The inspector directory in memory; it is written by the ledger only.</summary>
internal sealed class InMemoryInspectors(InMemoryStore store) : IInspectorDirectory
{
    private InMemoryDirectory<Inspector> Kept => store.State.Inspectors;

    public Task<long> VersionAsync(CancellationToken cancellation) => InMemory.Run(() => Kept.Version, cancellation);

    public IAsyncEnumerable<Inspector> ReadAsync(string? departmentId, CancellationToken cancellation) =>
        InMemoryDirectory<Inspector>.StreamAsync(Of(departmentId), cancellation);

    public Task<Inspector?> FindAsync(string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(id);
        return InMemory.Run(() => Kept.Find(id), cancellation);
    }

    public Task<ImmutableDictionary<string, Inspector>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return InMemory.Run(() => Kept.Find(ids), cancellation);
    }

    public Task<long?> SinceAsync(string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(id);
        return InMemory.Run(() => Kept.ById.TryGetValue(id, out (Inspector, long Since) kept) ? kept.Since : (long?)null, cancellation);
    }

    public Task<(ImmutableArray<Inspector> Page, long Total)> SearchAsync(
        string text, string? departmentId, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        return InMemory.Run(
            () => InMemoryDirectory<Inspector>.Page(
                Of(departmentId).Where(i => i.Id.StartsWith(text, StringComparison.Ordinal) || i.Name.Contains(text, StringComparison.Ordinal)), skip, take),
            cancellation);
    }

    private IEnumerable<Inspector> Of(string? departmentId) => departmentId is null ? Kept.All : Kept.All.Where(i => i.DepartmentId == departmentId);
}
