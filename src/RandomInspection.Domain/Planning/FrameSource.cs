using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>Takes frames from the directory: the active subjects that match, who of them rests, and how many were left out for each reason.</summary>
internal static class FrameSource
{
    /// <summary>The reason for which subjects that do not match the criteria are left out.</summary>
    private const string OutsideCriteria = "criteria";

    /// <summary>The frame of the directory as it is now, with the directory's version.</summary>
    public static async Task<TakenFrame> TakeAsync(
        ISubjectDirectory directory, DirectoryCriteria criteria, Stratification stratification, RestingUnits? resting, CancellationToken cancellation)
    {
        HashSet<string> candidates = resting is null ? [] : [.. resting.Candidates];
        while (true)
        {
            long version = await directory.VersionAsync(cancellation);
            List<FrameUnit> units = [];
            List<(string Id, ImmutableArray<string> Codes)> rest = [];
            Dictionary<string, long> leftOut = new(StringComparer.Ordinal);
            Dictionary<(string, string), Stratum> strata = [];
            await foreach (Subject subject in directory.ReadAsync(cancellation))
            {
                if (ReasonLeftOut(subject.Status, criteria.Match(subject)) is { } reason)
                {
                    leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
                    continue;
                }

                if (!strata.TryGetValue((subject.Region, subject.Trade), out Stratum? stratum))
                {
                    strata.Add((subject.Region, subject.Trade), stratum = stratification.StratumOf(subject.Region, subject.Trade));
                }

                ImmutableArray<string> codes = candidates.Contains(subject.Code) ? resting!.ReasonsOf(subject.Code, subject.CreditClass) : [];
                if (!codes.IsEmpty)
                {
                    rest.Add((subject.Code, codes));
                }

                units.Add(new FrameUnit(subject.Code, stratum, subject.CreditClass, codes.IsEmpty ? Standing.Drawable : Standing.Resting));
            }

            // A merge that came in between shows in the version: then the directory is read again, so a frame is of one version.
            if (await directory.VersionAsync(cancellation) == version)
            {
                return new TakenFrame(Frame.Of(units), version, leftOut.ToImmutableSortedDictionary(StringComparer.Ordinal), [.. rest]);
            }
        }
    }

    /// <summary>Why a subject is left out, or <see langword="null"/>.</summary>
    public static string? ReasonLeftOut(SubjectStatus status, bool matches) =>
        !matches ? OutsideCriteria
        : status == SubjectStatus.Active ? null
        : char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];
}

/// <summary>A frame as it was taken.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Version">The directory's version.</param>
/// <param name="LeftOut">Subjects left out, by reason.</param>
/// <param name="Resting">The resting units in the order of ids, each with the codes of its reasons.</param>
internal sealed record TakenFrame(
    Frame Frame, long Version, ImmutableSortedDictionary<string, long> LeftOut, ImmutableArray<(string Id, ImmutableArray<string> Codes)> Resting);
