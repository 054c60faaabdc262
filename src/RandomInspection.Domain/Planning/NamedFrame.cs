using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>The frame of a list that is named and not drawn: all of it is inspected, the seed gives the order alone.</summary>
/// <remarks>Its one cell says so in the record: the class is <see cref="Class"/> and the rate is 1, so nobody can take it for chance.</remarks>
internal static class NamedFrame
{
    /// <summary>The class of every unit.</summary>
    public const string Class = "named";

    private static readonly Stratum Stratum = Stratum.Parse("点名检查");

    /// <summary>The design that takes all.</summary>
    /// <param name="basis">On which ground; published.</param>
    public static DesignDocument Design(string basis) => DesignDocument.Of(
        new DrawDesign.Rates(
            ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add(Class, (int)CellExpectation.NanosPerUnit),
            ImmutableSortedDictionary<Stratum, ImmutableSortedDictionary<string, int>>.Empty)
        { Basis = basis });

    /// <summary>The frame as the directory is now: those who are gone by the register are left out.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="named">Who is named.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<TakenFrame> TakeAsync(DirectoryOfDraws directory, ImmutableArray<NamedSubject> named, CancellationToken cancellation)
    {
        while (true)
        {
            long version = await directory.VersionAsync(cancellation);
            ImmutableDictionary<string, Subject> found = await directory.FindAsync([.. named.Select(subject => subject.Code)], DirectoryCriteria.Everything, cancellation);
            Subject[] subjects = [.. named.Select(subject => found.GetValueOrDefault(subject.Code)).OfType<Subject>()];
            if (await directory.VersionAsync(cancellation) == version)
            {
                return new TakenFrame(
                    Frame.Of(subjects.Where(subject => subject.Status == SubjectStatus.Active).Select(subject => new FrameUnit(subject.Code, Stratum, Class, Standing.Drawable))),
                    version,
                    subjects.Where(subject => subject.Status != SubjectStatus.Active).GroupBy(subject => FrameSource.ReasonOf(subject.Status), StringComparer.Ordinal)
                        .ToImmutableSortedDictionary(group => group.Key, group => (long)group.Count(), StringComparer.Ordinal),
                    [],
                    directory.Listed).OfItsUnits();
            }
        }
    }
}
