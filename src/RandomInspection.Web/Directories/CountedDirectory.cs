using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RandomInspection.Directories;

namespace RandomInspection.Web.Directories;

/// <summary>The directory, telling a job how far it has been read.</summary>
/// <param name="next">What the job does after the last subject.</param>
internal sealed class CountedDirectory(ISubjectDirectory directory, IProgress<ImportProgress> job, ImportStage next) : ISubjectDirectory
{
    private const int Step = 512;

    public async IAsyncEnumerable<Subject> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long total = (await directory.CountAsync(cancellation)).Sum(count => count.Subjects);
        StageProgress compared = new(job, ImportStage.Comparing, total);
        compared.Report(0);
        long read = 0;
        await foreach (Subject subject in directory.ReadAsync(cancellation))
        {
            if (++read % Step == 0)
            {
                compared.Report(read);
            }

            yield return subject;
        }

        job.Report(new ImportProgress(next, 0, 0));
    }

    public Task<long> VersionAsync(CancellationToken cancellation) => directory.VersionAsync(cancellation);

    public IAsyncEnumerable<Subject> ReadAsync(DirectoryCriteria criteria, CancellationToken cancellation) => directory.ReadAsync(criteria, cancellation);

    public Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation) => directory.CountAsync(cancellation);

    public Task<ImmutableArray<SubjectCount>> CountAsync(DirectoryCriteria criteria, CancellationToken cancellation) => directory.CountAsync(criteria, cancellation);

    public Task<ImmutableArray<TagCount>> TagsAsync(CancellationToken cancellation) => directory.TagsAsync(cancellation);

    public Task<Subject?> FindAsync(string code, CancellationToken cancellation) => directory.FindAsync(code, cancellation);

    public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        directory.FindAsync(codes, cancellation);

    public Task<ImmutableDictionary<string, Subject>> FindAsync(
        IReadOnlyCollection<string> codes, DirectoryCriteria criteria, CancellationToken cancellation) => directory.FindAsync(codes, criteria, cancellation);

    public Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation) =>
        directory.SearchAsync(text, criteria, skip, take, cancellation);
}
