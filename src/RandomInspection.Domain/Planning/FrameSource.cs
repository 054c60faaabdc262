using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>Takes frames from the directory: the active subjects that match, who of them rests or is listed, and how many were left out for each reason.</summary>
internal static class FrameSource
{
    /// <summary>The reason for which subjects that do not match the criteria are left out.</summary>
    private const string OutsideCriteria = "criteria";

    /// <summary>The frame of a designed task as the directory is now: of those whom it names, or of those who match its criteria.</summary>
    public static Task<TakenFrame> TakeAsync(DirectoryOfDraws directory, TaskEvent.Designed designed, RestingUnits? resting, CancellationToken cancellation) =>
        designed.Named is { } named
            ? NamedFrame.TakeAsync(directory, named, cancellation)
            : TakeAsync(directory, designed.Criteria, designed.Stratification, resting, cancellation);

    /// <summary>The frame of the directory as it is now, with the directory's version.</summary>
    public static async Task<TakenFrame> TakeAsync(
        DirectoryOfDraws directory, DirectoryCriteria criteria, Stratification stratification, RestingUnits? resting, CancellationToken cancellation)
    {
        HashSet<string> candidates = resting is null ? [] : [.. resting.Candidates];
        while (true)
        {
            long version = await directory.VersionAsync(cancellation);
            List<FrameUnit> units = [];
            List<(string Id, ImmutableArray<string> Codes)> rest = [];
            ImmutableSortedDictionary<string, long> leftOut =
                LeftOut(await directory.CountAsync(criteria.OfFrame().SameUnits(), cancellation), await directory.CountAsync(criteria.OfFrame(), cancellation));
            Dictionary<(string, string), Stratum> strata = [];
            await foreach (Subject subject in directory.ReadAsync(OfFrame(criteria), cancellation))
            {
                if (!strata.TryGetValue((subject.Region, subject.Trade), out Stratum? stratum))
                {
                    strata.Add((subject.Region, subject.Trade), stratum = stratification.StratumOf(subject.Region, subject.Trade));
                }

                ImmutableArray<string> codes = candidates.Contains(subject.AnswersFor) ? resting!.ReasonsOf(subject.AnswersFor, subject.CreditClass) : [];
                if (!codes.IsEmpty)
                {
                    rest.Add((subject.Code, codes));
                }

                units.Add(new FrameUnit(subject.Code, stratum, subject.CreditClass, codes.IsEmpty ? Standing.Drawable : Standing.Resting));
            }

            // A merge that came in between shows in the version: then the directory is read again, so a frame is of one version.
            if (await directory.VersionAsync(cancellation) == version)
            {
                return new TakenFrame(Frame.Of(units), version, leftOut, [.. rest], directory.Listed).OfItsUnits();
            }
        }
    }

    /// <summary>How many subjects are left out of a frame, by reason: outside the criteria, or by their status.</summary>
    /// <param name="all">The whole directory, counted.</param>
    /// <param name="matching">Those that match the criteria, counted.</param>
    public static ImmutableSortedDictionary<string, long> LeftOut(ImmutableArray<SubjectCount> all, ImmutableArray<SubjectCount> matching) =>
        matching.Where(c => c.Status != SubjectStatus.Active)
            .Select(c => (Reason: ReasonOf(c.Status), c.Subjects))
            .Append((OutsideCriteria, all.Sum(c => c.Subjects) - matching.Sum(c => c.Subjects)))
            .GroupBy(c => c.Item1, c => c.Item2, StringComparer.Ordinal)
            .Where(g => g.Sum() > 0)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);

    /// <summary>The word for the status by which a subject is left out.</summary>
    public static string ReasonOf(SubjectStatus status) => char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];

    /// <summary>The criteria of a frame's units: active ones only.</summary>
    private static DirectoryCriteria OfFrame(DirectoryCriteria criteria) =>
        criteria.OfFrame() with { Statuses = criteria.Statuses is { } statuses && !statuses.Contains(SubjectStatus.Active) ? [] : [SubjectStatus.Active] };
}

/// <summary>A frame as it was taken.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Version">The directory's version.</param>
/// <param name="LeftOut">Subjects left out, by reason.</param>
/// <param name="Resting">The resting units in the order of ids, each with the codes of its reasons.</param>
/// <param name="Listed">The units that count as another class because they are on a dishonesty list.</param>
internal sealed record TakenFrame(
    Frame Frame,
    long Version,
    ImmutableSortedDictionary<string, long> LeftOut,
    ImmutableArray<(string Id, ImmutableArray<string> Codes)> Resting,
    ListedSubjects Listed)
{
    /// <summary>Without those who rest or are listed and are none of the frame's units.</summary>
    public TakenFrame OfItsUnits() => this with
    {
        Resting = [.. Resting.Where(unit => Frame.IndexOf(unit.Id) >= 0)],
        Listed = Listed with { Entries = Listed.Entries.RemoveRange(Listed.Entries.Keys.Where(code => Frame.IndexOf(code) < 0)) },
    };
}
