namespace RandomInspection.Web.Api;

/// <summary>What is sent to an operation.</summary>
internal interface IApiBody;

/// <summary>What is sent to an operation, with what it looks like in both languages, for the description of the interface.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IApiBody<TSelf> : IApiBody
    where TSelf : IApiBody<TSelf>
{
    /// <summary>An example in Chinese.</summary>
    static abstract TSelf Chinese { get; }

    /// <summary>The same in English.</summary>
    static abstract TSelf English { get; }
}
