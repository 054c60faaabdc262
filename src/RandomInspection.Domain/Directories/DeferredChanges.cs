using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Directories;

/// <summary>Rows of a file that take effect on a later day.</summary>
/// <param name="On">The day.</param>
/// <param name="Subjects">How many subjects.</param>
/// <param name="Root">Merkle root (RFC 9162, SHA-256) over their canonical lines in the order of codes.</param>
/// <param name="Kept">SHA-256 of the parts of <see cref="KeptDelta"/> in the evidence store.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record DeferredChanges(LocalDate On, int Subjects, string Root, ImmutableArray<string> Kept);
