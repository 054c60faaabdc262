using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Roles;

/// <content>Steps on the way of an entry of the dishonesty list, and of a special directory.</content>
internal static partial class StepPlaces
{
    public const string EntryId = "L2026-0001";

    public static LocalDate ToldOn { get; } = new(2026, 11, 23);

    /// <summary>When the subject's time to speak is over.</summary>
    public static Acting WeekLater(Acting acting) => acting with { At = Way.Morning + Duration.FromDays(8) };

    public static Task SaveSpecialAsync(MemoryHost host, Acting acting) => host.Get<SpecialDirectoryWorkflow>().SaveAsync(
        acting, "餐饮", DirectoryCriteria.Everything with { Tags = ["食品"] }, "餐饮专项", Cancellation);

    public static Task ProposeListingAsync(MemoryHost host, Acting acting) => host.Get<DishonestyWorkflow>().ProposeAsync(
        acting, SampleSubjects.At(0).Code, "销售不符合食品安全标准的食品", "总局令第44号 五(一)", null, Cancellation);

    public static Task TellAsync(MemoryHost host, Acting acting) => host.Get<DishonestyWorkflow>().TellAsync(
        acting, EntryId, new NoticeService(ServiceMethod.InPerson, ToldOn, ServiceReceipt.Signed), Cancellation);

    public static Task ListAsync(MemoryHost host, Acting acting) => host.Get<DishonestyWorkflow>().ListAsync(
        acting, EntryId, "沈市监列严〔2026〕1号", "性质恶劣、情节严重", "辽市监函〔2026〕9号", null, Cancellation);

    public static Task AppealAsync(MemoryHost host, Acting acting) => host.Get<DishonestyWorkflow>().AppealAsync(
        acting, EntryId, AppealKind.Reconsideration, "沈阳市人民政府", ToldOn.PlusDays(8), Cancellation);

    public static Task RequestExitAsync(MemoryHost host, Acting acting) => host.Get<DishonestyWorkflow>().RequestExitAsync(
        acting, EntryId, ListingExit.Withdrawal, "处罚已被撤销", Cancellation);
}
