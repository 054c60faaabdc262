namespace RandomInspection.TestKit;

/// <summary>A case cannot be put to this implementation.</summary>
#pragma warning disable CA1032, CA1064 // Only the kit throws and catches it.
internal sealed class NotApplicableException(string chinese, string english) : Exception(english)
#pragma warning restore CA1032, CA1064
{
    public string Chinese { get; } = chinese;

    public string English { get; } = english;
}
