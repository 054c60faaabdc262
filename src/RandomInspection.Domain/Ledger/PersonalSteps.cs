namespace RandomInspection.Ledger;

/// <summary>The steps of <see cref="PersonalErasures"/>. Source: 个人信息保护法 第四十七条.</summary>
public static class PersonalSteps
{
    /// <summary>Erases everything about somebody.</summary>
    public static WorkStep EraseAbout { get; } = Of("personal.eraseAbout", nameof(PersonalErasures.EraseAboutAsync), "删除某人的个人信息", "Erase somebody's personal data");

    /// <summary>Erases pieces.</summary>
    public static WorkStep Erase { get; } = Of("personal.erase", nameof(PersonalErasures.EraseAsync), "删除个人信息", "Erase pieces of personal data");

    private static WorkStep Of(string name, string command, string chinese, string english) =>
        new(name, typeof(PersonalErasures), command, chinese, english, StepReach.Everywhere, Role.Administrator) { Events = ["personal.erased"] };
}
