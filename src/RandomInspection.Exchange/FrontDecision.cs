namespace RandomInspection.Exchange;

/// <summary>What a person decides about what is stuck: it is kept in <c>ex_decision</c>, in one transaction with what it changes.</summary>
public sealed record FrontDecision
{
    /// <summary>Most characters of a reason.</summary>
    public const int MostCharacters = 200;

    /// <summary>A decision.</summary>
    /// <param name="by">Who.</param>
    /// <param name="why">Why, 1 to 200 characters.</param>
    /// <exception cref="InputRefusedException">There is no reason (RI9171).</exception>
    public FrontDecision(string by, string why)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        By = by;
        Why = why?.Trim() is { Length: >= 1 and <= MostCharacters } reason ? reason : throw ExchangeRefusals.ReasonMissing.Refuse(("most", MostCharacters));
    }

    /// <summary>Who.</summary>
    public string By { get; }

    /// <summary>Why.</summary>
    public string Why { get; }
}
