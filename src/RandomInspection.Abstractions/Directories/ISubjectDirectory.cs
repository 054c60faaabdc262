using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace RandomInspection.Directories;

/// <summary>Storage port: the subject directory (监管对象名录库). It changes with the ledger only.</summary>
public interface ISubjectDirectory
{
    /// <summary>The version after the last merge; 0 before the first.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<long> VersionAsync(CancellationToken cancellation);

    /// <summary>All subjects in the order of the codes' bytes, as of one moment.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    IAsyncEnumerable<Subject> ReadAsync(CancellationToken cancellation);

    /// <summary>The subjects that match, in the order of the codes' bytes, as of one moment: what frames are made of, whatever their size.</summary>
    /// <param name="criteria">The criteria.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    IAsyncEnumerable<Subject> ReadAsync(DirectoryCriteria criteria, CancellationToken cancellation);

    /// <summary>The whole directory counted by region, trade, class and status.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation);

    /// <summary>The subjects that match, counted by region, trade, class and status.</summary>
    /// <param name="criteria">The criteria.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<SubjectCount>> CountAsync(DirectoryCriteria criteria, CancellationToken cancellation);

    /// <summary>Every tag in use, with how many subjects have it, in the order of their UTF-16 code units.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<TagCount>> TagsAsync(CancellationToken cancellation);

    /// <summary>The subject of a code, or <see langword="null"/>.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<Subject?> FindAsync(string code, CancellationToken cancellation);

    /// <summary>The subjects of codes; codes that are not there are left out.</summary>
    /// <param name="codes">Codes, any number.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation);

    /// <summary>The subjects of codes that match; codes that are not there are left out.</summary>
    /// <param name="codes">Codes, any number.</param>
    /// <param name="criteria">The criteria.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, DirectoryCriteria criteria, CancellationToken cancellation);

    /// <summary>The carriers that a subject answers for, in the order of the codes' bytes.</summary>
    /// <param name="subjectCode">The subject's code.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>By default all carriers are read; a store that finds them faster says so.</remarks>
    async IAsyncEnumerable<Subject> CarriersAsync(string subjectCode, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (Subject subject in ReadAsync(DirectoryCriteria.Everything with { Carriers = [.. Enum.GetValues<CarrierKind>()] }, cancellation))
        {
            if (subject.AnswersFor == subjectCode)
            {
                yield return subject;
            }
        }
    }

    /// <summary>A page of the subjects whose code begins with a text or whose name contains it.</summary>
    /// <param name="text">A code's beginning or a part of a name; empty for all.</param>
    /// <param name="criteria">Only subjects that match these.</param>
    /// <param name="skip">Subjects to pass over, 0 or more.</param>
    /// <param name="take">Subjects at most, 1 or more.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>The page in the order of codes, and how many there are in all.</returns>
    Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation);
}
