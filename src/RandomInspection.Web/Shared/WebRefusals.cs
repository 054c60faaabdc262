namespace RandomInspection.Web.Shared;

/// <summary>What the host itself refuses, whatever the page: RI904x.</summary>
internal static class WebRefusals
{
    public static readonly RefusalDefinition TooManyStreams = new(
        "RI9040",
        "同时打开的实时页面过多，本次没有接通。",
        "Too many pages that follow events are open at once; this one was not connected.",
        "请关闭不用的页面，{seconds} 秒后再试；页面内容不受影响，刷新即为最新。",
        "Close pages that you do not need and try again after {seconds} seconds. The page itself is not affected: reload it to see what is new.");
}
