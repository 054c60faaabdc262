using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>Takes frames from the directory: the active subjects that match, and how many were left out for each reason.</summary>
internal static class FrameSource
{
    /// <summary>The reason for which subjects that do not match the criteria are left out.</summary>
    private const string OutsideCriteria = "criteria";

    /// <summary>The frame of the directory as it is now, with the directory's version.</summary>
    public static async Task<(Frame Frame, long Version, ImmutableSortedDictionary<string, long> LeftOut)> TakeAsync(
        ISubjectDirectory directory, DirectoryCriteria criteria, Stratification stratification, CancellationToken cancellation)
    {
        while (true)
        {
            long version = await directory.VersionAsync(cancellation);
            List<FrameUnit> units = [];
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

                units.Add(new FrameUnit(subject.Code, stratum, subject.CreditClass, Standing.Drawable));
            }

            // A merge that came in between shows in the version: then the directory is read again, so a frame is of one version.
            if (await directory.VersionAsync(cancellation) == version)
            {
                return (Frame.Of(units), version, leftOut.ToImmutableSortedDictionary(StringComparer.Ordinal));
            }
        }
    }

    /// <summary>Why a subject is left out, or <see langword="null"/>.</summary>
    public static string? ReasonLeftOut(SubjectStatus status, bool matches) =>
        !matches ? OutsideCriteria
        : status == SubjectStatus.Active ? null
        : char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];
}
