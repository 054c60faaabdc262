using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Storage;

namespace Vendor.Store;

/// <summary>The vendor's directory, in front of memory, which stands for its database here.</summary>
internal sealed class VendorSubjects(InMemoryStore database) : ISubjectDirectory
{
    public Task<long> VersionAsync(CancellationToken cancellation) => database.Subjects.VersionAsync(cancellation);

    public IAsyncEnumerable<Subject> ReadAsync(CancellationToken cancellation) => database.Subjects.ReadAsync(cancellation);

    public Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation) => database.Subjects.CountAsync(cancellation);

    public IAsyncEnumerable<Subject> ReadAsync(DirectoryCriteria criteria, CancellationToken cancellation) => database.Subjects.ReadAsync(criteria, cancellation);

    public Task<ImmutableArray<SubjectCount>> CountAsync(DirectoryCriteria criteria, CancellationToken cancellation) => database.Subjects.CountAsync(criteria, cancellation);

    public Task<ImmutableArray<TagCount>> TagsAsync(CancellationToken cancellation) => database.Subjects.TagsAsync(cancellation);

    public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, DirectoryCriteria criteria, CancellationToken cancellation) =>
        database.Subjects.FindAsync(codes, criteria, cancellation);

    public Task<Subject?> FindAsync(string code, CancellationToken cancellation) => database.Subjects.FindAsync(code, cancellation);

    public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        database.Subjects.FindAsync(codes, cancellation);

    public Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation) => database.Subjects.SearchAsync(text, criteria, skip, take, cancellation);
}
