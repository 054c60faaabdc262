using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Catalogue;

/// <summary>监管事项依据的变化：a change of the law that items rest on, until a new version answers it.</summary>
/// <param name="Number">Its number in the catalogue, from 1.</param>
/// <param name="Law">What changed, with article and document.</param>
/// <param name="ChangedOn">The day on which the change takes effect.</param>
/// <param name="Items">The items that rest on it, by code.</param>
/// <param name="By">Who noted it.</param>
/// <param name="AnsweredBy">The version that answers it; <see langword="null"/> while a new version is due.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record BasisChange(int Number, string Law, LocalDate ChangedOn, ImmutableArray<string> Items, string By, int? AnsweredBy);
