namespace RandomInspection.Calendars;

/// <summary>Where a statement about a day comes from; on one day the higher layer wins.</summary>
public enum CalendarLayer
{
    /// <summary>The statute: 全国年节及纪念日放假办法.</summary>
    Statute = 0,

    /// <summary>The annual notice of the General Office of the State Council (国务院办公厅关于某年部分节假日安排的通知).</summary>
    National = 1,

    /// <summary>A later national notice that changes single days, for example 国办发明电〔2020〕1号.</summary>
    Amendment = 2,

    /// <summary>A regional notice, for example 三月三 in Guangxi (全国年节及纪念日放假办法 第四条).</summary>
    Region = 3,

    /// <summary>An agency's own arrangement, for example a day on which its counters are closed.</summary>
    /// <remarks>Disputed: whether such a day is a 法定休假日 in the sense of 民法典 203. Build a calendar without the layer where it must not count.</remarks>
    Agency = 4,
}
