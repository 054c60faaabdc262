using System.Text.Json.Serialization;

namespace RandomInspection.Web.Api;

/// <summary>Why.</summary>
/// <param name="Reason">The reason, as it will stand in the log.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ReasonBody(string Reason) : IApiBody<ReasonBody>
{
    public static ReasonBody Chinese => new("机构职能调整");

    public static ReasonBody English => new("The duties of the department have changed");
}
