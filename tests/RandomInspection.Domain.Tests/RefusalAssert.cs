namespace RandomInspection.Tests;

/// <summary>Assertions on refusals: code and values, not only the type.</summary>
internal static class RefusalAssert
{
    /// <summary>Bad input is refused with this code and exactly these values.</summary>
    public static Refusal Input(string code, Action action, params ReadOnlySpan<(string Name, string Value)> values)
    {
        Refusal refusal = Assert.Throws<InputRefusedException>(action).Refusal;
        Is(refusal, code, values);
        Assert.Equal(values.ToArray().Select(v => v.Name), refusal.Values.Select(v => v.Key));
        return refusal;
    }

    /// <summary>Bad input is refused with this code and, among others, these values.</summary>
    public static Refusal Contains(string code, Action action, params ReadOnlySpan<(string Name, string Value)> values)
    {
        Refusal refusal = Assert.Throws<InputRefusedException>(action).Refusal;
        Is(refusal, code, values);
        return refusal;
    }

    /// <summary>A command is refused in a state.</summary>
    public static Refusal Transition(string code, Action action, string state, params ReadOnlySpan<(string Name, string Value)> values)
    {
        TransitionRefusedException refused = Assert.Throws<TransitionRefusedException>(action);
        Is(refused.Refusal, code, values);
        Assert.Equal(state, refused.State);
        Assert.Equal(refused.Command, refused.Refusal["commandEn"]);
        return refused.Refusal;
    }

    private static void Is(Refusal refusal, string code, ReadOnlySpan<(string Name, string Value)> values)
    {
        Assert.Equal(code, refusal.Code);
        foreach ((string name, string value) in values)
        {
            Assert.Equal($"{name}={value}", $"{name}={refusal[name]}");
        }

        foreach (Language language in Enum.GetValues<Language>())
        {
            Assert.DoesNotMatch("\\{[a-z][A-Za-z]*\\}", refusal.Reason(language) + refusal.Remedy(language));
        }
    }
}
