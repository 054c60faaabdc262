using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>What a host says of its exchange.</summary>
public sealed record ExchangeOptions
{
    /// <summary>The host's own name in its messages: a URI reference that never changes, for example <c>https://amr.shenyang.example/ledger</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The partners, ids distinct.</summary>
    /// <exception cref="ArgumentException">An id breaks its rule, or stands twice.</exception>
    public ImmutableArray<ExchangePartner> Partners
    {
        get;
        init => field = value.All(partner => ExchangePartner.IsId(partner.Id)) && value.DistinctBy(partner => partner.Id).Count() == value.Length
            ? value
            : throw new ArgumentException("Partners have distinct ids of a–z, 0–9 and hyphens.", nameof(Partners));
    } = [];

    /// <summary>When what was not received is sent again.</summary>
    public RetrySchedule Schedule { get; init; } = RetrySchedule.Usual;

    /// <summary>Where anything may be sent at all.</summary>
    public AddressRules Addresses { get; init; } = AddressRules.HttpsOnly;

    /// <summary>Inner networks into which something may be sent, for example that of the authorities; none by default.</summary>
    public ImmutableArray<System.Net.IPNetwork> Networks { get; init; } = [];

    /// <summary>How long an answer is waited for.</summary>
    public Duration Timeout { get; init; } = Duration.FromSeconds(20);

    /// <summary>How many messages are under way to one partner at once, each about another subject; 1 or more.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>How often it is looked for something new.</summary>
    public Duration Pause { get; init; } = Duration.FromSeconds(1);

    /// <summary>How long after it had no more a partner is asked again for what it has.</summary>
    public Duration FetchEvery { get; init; } = Duration.FromMinutes(1);

    /// <summary>The partner of an id.</summary>
    /// <param name="partner">The id.</param>
    /// <exception cref="InputRefusedException">There is none (RI9163).</exception>
    public ExchangePartner Find(string partner) =>
        Partners.FirstOrDefault(one => one.Id == partner) ?? throw ExchangeRefusals.UnknownPartner.Refuse(("partner", Directories.ShownText.Of(partner)));
}
