using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Draws;

/// <summary>Words for why subjects are left out of a frame.</summary>
internal static class FrameText
{
    public static string Reason(string reason, Tongue tongue) => reason switch
    {
        "criteria" => tongue.T("不符合条件", "outside the criteria"),
        "deregistered" => tongue.T("已注销", "deregistered"),
        "revoked" => tongue.T("已吊销", "revoked"),
        "movedOut" => tongue.T("已迁出", "moved out"),
        "suspended" => tongue.T("停业", "suspended"),
        _ => reason,
    };
}
