using NodaTime;
using RandomInspection.Disclosure;

namespace RandomInspection.Tests.Disclosure;

/// <summary>Every step of a duty in every state: what fits goes on, what does not is refused and changes nothing.</summary>
public sealed class ObligationStepsTests
{
    private static readonly Dictionary<ObligationStatus, Func<DisclosureObligation>> In = new()
    {
        [ObligationStatus.Open] = Duties.Open,
        [ObligationStatus.ExemptionProposed] = () => After(Duties.Open(), o => o.ProposeExemption(ExemptionGround.Privacy, "住址", "gong")),
        [ObligationStatus.Exempt] = () => After(In![ObligationStatus.ExemptionProposed](), o => o.DecideExemption(ExemptionDecision.Granted, "属实", "shou")),
        [ObligationStatus.Published] = Duties.Met,
        [ObligationStatus.WithdrawalOrdered] = () => After(Duties.Met(), o => o.OrderWithdrawal(WithdrawalGround.Changed, "变更", "shou")),
        [ObligationStatus.Lapsed] = () => After(Duties.Open(), o => o.Lapse("列入已被撤销", "shou")),
        [ObligationStatus.Withdrawn] = () => After(In![ObligationStatus.WithdrawalOrdered](), o => o.Withdraw("gong", Duties.Now, [])),
    };

    private static readonly Dictionary<string, (ObligationStatus From, Func<DisclosureObligation, DisclosureEvent> Step)> Steps = new()
    {
        ["proposing an exemption"] = (ObligationStatus.Open, o => o.ProposeExemption(ExemptionGround.StateSecret, "涉密", "gong")),
        ["deciding on an exemption"] = (ObligationStatus.ExemptionProposed, o => o.DecideExemption(ExemptionDecision.Denied, "不涉密", "shou")),
        ["correcting"] = (ObligationStatus.Published, o => o.Correct("更正", "gong", Duties.Now, [])),
        ["ordering a withdrawal"] = (ObligationStatus.Published, o => o.OrderWithdrawal(WithdrawalGround.FoundVoid, "无效", "shou")),
        ["taking down"] = (ObligationStatus.WithdrawalOrdered, o => o.Withdraw("gong", Duties.Now, [])),
        ["deferring"] = (ObligationStatus.Open, o => o.Defer(new LocalDate(2026, 3, 31), "突击检查", "shou")),
    };

    public static TheoryData<string, ObligationStatus> Cells => [.. Steps.Keys.SelectMany(step => Enum.GetValues<ObligationStatus>().Select(status => (step, status)))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Step_EveryState_GoesOnOrIsRefused(string name, ObligationStatus status)
    {
        DisclosureObligation duty = In[status]();
        (ObligationStatus from, Func<DisclosureObligation, DisclosureEvent> step) = Steps[name];
        Assert.Equal(status, duty.Status);
        if (from == status)
        {
            DisclosureEvent happened = step(duty);
            Assert.Equal(happened, DomainEvents.Codec.Decode(DomainEvents.Codec.Encode(happened)) is DisclosureEvent again && happened.ToString() == again.ToString() ? happened : null);
            return;
        }

        ObligationView before = ObligationView.Of(duty);
        RefusalAssert.Transition("RI2212", () => step(duty), status.ToString(), ("obligation", "list-D1"));
        Assert.Equal(before, ObligationView.Of(duty));
    }

    [Fact]
    public void Publish_AnyStateButOpen_Refused()
    {
        Assert.Equal(ObligationStatus.Published, After(Duties.Open(), o => o.Publish("公示系统", "gong", Duties.Now)).Status);
        RefusalAssert.Transition("RI2212", () => In[ObligationStatus.ExemptionProposed]().Publish("公示系统", "gong", Duties.Now), "ExemptionProposed");
        RefusalAssert.Transition("RI2212", () => In[ObligationStatus.Exempt]().Publish("公示系统", "gong", Duties.Now), "Exempt");
        RefusalAssert.Contains("RI2202", () => In[ObligationStatus.Withdrawn]().Publish("公示系统", "gong", Duties.Now), ("by", "gong"));
    }

    [Fact]
    public void Defer_DeadlineNotBeforeTheEnd_RI2218()
    {
        DisclosureObligation duty = Duties.Open();
        RefusalAssert.Contains("RI2218", () => duty.Defer(duty.Due.On, "理由", "shou"), ("due", "2026-03-02"));
        duty.Defer(new LocalDate(2026, 3, 31), "突击检查", "shou");
        RefusalAssert.Contains("RI2218", () => duty.Defer(new LocalDate(2026, 3, 31), "再次", "shou"), ("until", "2026-03-31"));
        Assert.Equal(new LocalDate(2026, 3, 31), ObligationView.Of(duty).DeferredUntil);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData(null)]
    public void Reason_NoneOrTooLong_RI2213(string? reason) =>
        RefusalAssert.Input("RI2213", () => Duties.Open().ProposeExemption(ExemptionGround.Privacy, reason ?? new string('长', 501), "gong"), ("most", "500"));

    [Fact]
    public void Revision_PublishedCorrectedTwiceAndWithdrawn_CountsEach()
    {
        DisclosureObligation duty = Duties.Open();
        Assert.Equal(0, duty.Revision);
        duty.Publish("公示系统", "gong", Duties.Now);
        duty.Correct("一", "gong", Duties.Now, []);
        Assert.Equal(3, duty.Correct("二", "gong", Duties.Now, []).Revision);
        duty.OrderWithdrawal(WithdrawalGround.Revoked, "撤销", "shou");
        Assert.Equal(4, duty.Withdraw("gong", Duties.Now, []).Revision);
        Assert.Equal((4, ObligationStatus.Withdrawn, (Instant?)Duties.Now), (ObligationView.Of(duty).Revision, duty.Status, ObligationView.Of(duty).PublishedAt));
    }

    private static DisclosureObligation After(DisclosureObligation duty, Action<DisclosureObligation> step)
    {
        step(duty);
        return duty;
    }

    [Theory]
    [InlineData(ObligationStatus.Open, true)]
    [InlineData(ObligationStatus.ExemptionProposed, true)]
    [InlineData(ObligationStatus.Exempt, false)]
    [InlineData(ObligationStatus.Published, false)]
    [InlineData(ObligationStatus.Withdrawn, false)]
    [InlineData(ObligationStatus.Lapsed, false)]
    public void Lapse_OnlyWhatIsNotPublishedYet_AtRestAfterwards(ObligationStatus status, bool may)
    {
        DisclosureObligation duty = In[status]();
        if (!may)
        {
            Assert.Equal("RI2212", Assert.Throws<TransitionRefusedException>(() => duty.Lapse("已被撤销", "shou")).Refusal.Code);
            Assert.Equal(status, duty.Status);
            return;
        }

        RefusalAssert.Contains("RI2213", () => duty.Lapse(" ", "shou"));
        duty.Lapse("已被撤销", "shou");
        Assert.Equal(Urgency.Lapsed, ObligationView.Of(duty).UrgencyOn(new LocalDate(2030, 1, 1), RandomInspection.Calendars.WorkingDayCalendar.Embedded));
        Assert.Throws<TransitionRefusedException>(() => duty.Publish("公示系统", "gong", Duties.Now));
    }
}
