namespace RandomInspection.Web.Shared;

/// <summary>What a page or an endpoint answers whoever has not signed in depends on the address, the language and the public log alone, so it is made once and kept: see <see cref="PublicAnswers"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeptForEverybodyAttribute : Attribute;
