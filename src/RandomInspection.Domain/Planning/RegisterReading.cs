using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.Planning;

/// <summary>What the register says of some units, as of one version of the directory.</summary>
/// <param name="Version">The directory's version.</param>
/// <param name="Status">The status by unit; units that the directory does not know are left out.</param>
/// <remarks>The dictionary compares by reference.</remarks>
public sealed record RegisterReading(long Version, ImmutableDictionary<string, SubjectStatus> Status)
{
    /// <summary>The ground that the register proves for a unit; <see langword="null"/> if it proves none.</summary>
    /// <param name="unit">The unit.</param>
    public Drawing.ReplacementGround? GroundOf(string unit) =>
        ReplacementGrounds.ProvenBy(Status.TryGetValue(unit, out SubjectStatus status) ? status : null);
}
