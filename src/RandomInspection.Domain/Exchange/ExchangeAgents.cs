namespace RandomInspection.Exchange;

/// <summary>Who does here what a partner's messages say.</summary>
internal static class ExchangeAgents
{
    /// <summary>The partner's agent.</summary>
    /// <exception cref="InputRefusedException">The host does not know that person (RI9163).</exception>
    public static Person Of(IStaff staff, ExchangePartner partner) =>
        staff.FindPerson(partner.AgentId) ?? throw ExchangeRefusals.UnknownPartner.Refuse(("partner", $"{partner.Id} ({partner.AgentId})"));
}
