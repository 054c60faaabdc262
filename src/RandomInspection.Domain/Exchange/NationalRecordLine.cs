using RandomInspection.Inspections;

namespace RandomInspection.Exchange;

/// <summary>A line of the national record.</summary>
/// <param name="Number"><c>seqno</c>, from 1.</param>
/// <param name="ItemName"><c>raninsItemName</c>.</param>
/// <param name="Result"><c>raninsCheckResName</c>, by its meaning; it goes out in the standard's words.</param>
public sealed record NationalRecordLine(int Number, string ItemName, ItemResult Result);
