using System.Collections.Immutable;

namespace RandomInspection.Directories;

/// <summary>Storage port: the inspector directory (执法检查人员名录库). It changes with the ledger only, and is never public.</summary>
public interface IInspectorDirectory
{
    /// <summary>The version after the last merge; 0 before the first.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<long> VersionAsync(CancellationToken cancellation);

    /// <summary>The inspectors of a department in the order of the ids' bytes, as of one moment.</summary>
    /// <param name="departmentId">A department, or <see langword="null"/> for all.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    IAsyncEnumerable<Inspector> ReadAsync(string? departmentId, CancellationToken cancellation);

    /// <summary>The inspector of an id, or <see langword="null"/>.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<Inspector?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>The inspectors of ids; ids that are not there are left out.</summary>
    /// <param name="ids">Ids, any number.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableDictionary<string, Inspector>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>The version of the merge since which an inspector is as the directory says; <see langword="null"/> if there is no such inspector, or the store does not keep it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<long?> SinceAsync(string id, CancellationToken cancellation) => Task.FromResult<long?>(null);

    /// <summary>A page of the inspectors whose id begins with a text or whose name contains it.</summary>
    /// <param name="text">An id's beginning or a part of a name; empty for all.</param>
    /// <param name="departmentId">Only this department's, or <see langword="null"/> for all.</param>
    /// <param name="skip">Inspectors to pass over, 0 or more.</param>
    /// <param name="take">Inspectors at most, 1 or more.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>The page in the order of ids, and how many there are in all.</returns>
    Task<(ImmutableArray<Inspector> Page, long Total)> SearchAsync(
        string text, string? departmentId, int skip, int take, CancellationToken cancellation);
}
