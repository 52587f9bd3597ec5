internal import CLibZip
