namespace RandomInspection.Web.Shared;

/// <summary>The attributes that tie a control to its label, hint and error.</summary>
/// <param name="Id">For <c>id</c>.</param>
/// <param name="Name">For <c>name</c>.</param>
/// <param name="DescribedBy">For <c>aria-describedby</c>.</param>
/// <param name="Invalid">For <c>aria-invalid</c>.</param>
public sealed record FieldWiring(string Id, string Name, string? DescribedBy, string? Invalid);
