using NodaTime;

namespace RandomInspection.Drawing;

/// <content>A seed from the host's own value alone.</content>
public sealed partial class DrawCeremony
{
    /// <summary>Whether the seed is made from the host's own value alone, which is given in the step that draws.</summary>
    public bool AwaitsSystemValue => Opening is not null && Voiding is null && Awaiting(ContributionKind.System).Any();

    /// <summary>Gives the host's own value, at the drawing and not before.</summary>
    /// <param name="value">32 bytes of the host's own generator.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">The seed does not rest on a system value, or it was given (RI1320).</exception>
    /// <exception cref="InputRefusedException">It is not 32 bytes (RI1308), or the opening's deadline for reveals has passed (RI1330).</exception>
    /// <remarks>Source: random-inspection-draw/1 §3: <c>system</c>, alone; never beside the other kinds.</remarks>
    public CeremonyEvent.Revealed GiveSystemValue(ReadOnlySpan<byte> value, Instant at)
    {
        Require("给出系统随机数", "giving the system value", CeremonyStatus.Ready);
        if (!AwaitsSystemValue)
        {
            throw Refused("给出系统随机数", "giving the system value");
        }

        string party = Awaiting(ContributionKind.System).Single().Party;
        RequireInTime(party, Opening!.Deadlines!.Reveal, at);
        string valueHex = Convert.ToHexStringLower(value);
        SeedText.Check(Opening, new Contribution(party, ContributionKind.System, valueHex));
        return Raise(new CeremonyEvent.Revealed(party, valueHex, at));
    }
}
