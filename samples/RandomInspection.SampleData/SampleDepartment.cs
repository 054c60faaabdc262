namespace RandomInspection.SampleData;

/// <summary>A fictional department (部门) of the city.</summary>
/// <param name="Id">Its id: visible ASCII without a colon, so that it can be a party of a draw.</param>
/// <param name="ChineseName">For example <c>市场监管局</c>.</param>
/// <param name="EnglishName">For example <c>Market Regulation Bureau</c>.</param>
public sealed record SampleDepartment(string Id, string ChineseName, string EnglishName);
