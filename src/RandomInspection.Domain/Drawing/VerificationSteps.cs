using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>Collects the steps of a verification; a refusal inside a step is why it failed.</summary>
internal sealed class VerificationSteps
{
    private readonly ImmutableArray<VerificationStep>.Builder _steps = ImmutableArray.CreateBuilder<VerificationStep>();

    /// <summary>Runs a check that returns <see langword="null"/> or what is wrong in both languages.</summary>
    public bool Check(string id, string chinese, string english, Func<(string Chinese, string English)?> check)
    {
        (string Chinese, string English)? wrong;
        try
        {
            wrong = check();
        }
        catch (RefusalException refused)
        {
            wrong = ($"{refused.Refusal.Code} {refused.Refusal.Reason(Language.Chinese)}", $"{refused.Refusal.Code} {refused.Refusal.Reason(Language.English)}");
        }

        _steps.Add(wrong is { } w
            ? new VerificationStep(id, VerificationStatus.Failed, $"{chinese}：{w.Chinese}", $"{english}: {w.English}")
            : new VerificationStep(id, VerificationStatus.Ok, chinese, english));
        return wrong is null;
    }

    /// <summary>Does something that may be refused for what another step says already.</summary>
    public static void Quietly(Action act)
    {
        try
        {
            act();
        }
        catch (RefusalException)
        {
            // another step says it
        }
    }

    public void Fail(string id, string chinese, string english) => _steps.Add(new VerificationStep(id, VerificationStatus.Failed, chinese, english));

    public void Skip(string id, string chinese, string english) => _steps.Add(new VerificationStep(id, VerificationStatus.Skipped, chinese, english));

    public RecordVerification Done() => new(_steps.ToImmutable());
}
