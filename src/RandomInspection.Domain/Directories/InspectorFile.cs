using System.Collections.Immutable;

namespace RandomInspection.Directories;

/// <summary>A file of inspectors that was read and is to be merged.</summary>
/// <param name="Name">The file's name as given.</param>
/// <param name="Digest">SHA-256 of the file, 64 lower-case hex characters.</param>
/// <param name="Inspectors">The inspectors, ids distinct.</param>
/// <param name="LeftOut">Rows that were refused and are left out on purpose.</param>
/// <param name="Warnings">Warnings among the rows.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record InspectorFile(string Name, string Digest, ImmutableArray<Inspector> Inspectors, int LeftOut, int Warnings);
